export { read } from "./claim.ts";
export { deliver } from "./deliver.ts";
export * as Message from "./index.ts";
export { landed, landedAll } from "./landed.ts";
export type { Delivery, Letter } from "./letter.ts";
export { Info, State } from "./message.schema.ts";
export { ofCampaign } from "./of-campaign.ts";
export { proof } from "./proof.ts";
export { givenUpAt, readMany, settleByReport, standing, standingMany } from "./settle.ts";
