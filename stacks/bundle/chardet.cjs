// Stands in for chardet's recognisers of Unicode and ISO-2022: it recognises nothing.
class Never {
  match() {
    return null;
  }
}

module.exports = {
  __esModule: true,
  default: Never,
  UTF_16BE: Never,
  UTF_16LE: Never,
  UTF_32BE: Never,
  UTF_32LE: Never,
  ISO_2022_JP: Never,
  ISO_2022_KR: Never,
  ISO_2022_CN: Never,
};
