// S3's client prepares to read event streams, which only SelectObjectContent answers with.
export const eventStreamSerdeProvider = () => undefined;
export const resolveEventStreamSerdeConfig = (config) => config;
