// The SDK's DynamoDB client makes a cache for the discovery of endpoints, which is off and has been since it was made.
module.exports = class extends Map {
  constructor(_capacity) {
    super();
  }
};
