// Zod describes schemas as JSON Schema, which only the API's OpenAPI document asks for.
const refuse = () => {
  throw new Error("Left out of the bundle: schemas as JSON Schema");
};
module.exports = { createToJSONSchemaMethod: () => refuse, createStandardJSONSchemaMethod: () => refuse };
