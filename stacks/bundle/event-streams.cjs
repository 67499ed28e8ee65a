// S3's client prepares to read event streams, which only SelectObjectContent answers with.
module.exports = {
  eventStreamSerdeProvider: () => undefined,
  resolveEventStreamSerdeConfig: (config) => config,
};
