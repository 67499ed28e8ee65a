// What ElectroDB's `require("@aws-sdk/lib-dynamodb")` finds in a bundle: electrodb.ts fills it.
module.exports = {};
