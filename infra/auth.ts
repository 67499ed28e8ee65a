/** Recruiters sign in by OIDC authorization code with PKCE; their groups are the roles of `core/team`. */
export const auth = {
  clientId: "perennial-web",
  /** The last lets her set up a second factor of her own; what else of her account she may change, the app client limits. */
  scopes: ["openid", "email", "profile", "aws.cognito.signin.user.admin"],
  callbackPath: "/signed-in",
  groupsClaim: "cognito:groups",
  groups: ["admin", "recruiter", "viewer"],
  accessTokenMinutes: 60,
} as const;
