// ElectroDB validates 26 models whenever a function starts cold. Ours are constants, which every test and `npm start` validates.
// By a validation that fails it also tells an entity from a model.
class Validator {
  addSchema() {}
  validate(value) {
    return { errors: value?._instance ? [{ property: "instance", message: "is an entity" }] : [] };
  }
}
Validator.prototype.customFormats = {};

module.exports = { Validator };
