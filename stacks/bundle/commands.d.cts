declare const commands: object;
export = commands;
