/** Recruiters sign in by OIDC authorization code with PKCE; their groups are the roles of `core/team`. */
export const auth = {
  clientId: "perennial-web",
  scopes: ["openid", "email", "profile"],
  callbackPath: "/signed-in",
  groupsClaim: "cognito:groups",
  groups: ["admin", "recruiter", "viewer"],
  accessTokenMinutes: 60,
} as const;
