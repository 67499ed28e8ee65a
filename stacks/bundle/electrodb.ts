import {
  BatchGetCommand,
  BatchWriteCommand,
  DeleteCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactGetCommand,
  TransactWriteCommand,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import commands from "./commands.cjs";

/**
 * ElectroDB with the commands it sends, in a bundle (lean.ts). It asks for them when it sends, not when it loads. No function may scan
 * (infra/functions.ts), so there is no ScanCommand.
 */
Object.assign(commands, {
  BatchGetCommand,
  BatchWriteCommand,
  DeleteCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactGetCommand,
  TransactWriteCommand,
  UpdateCommand,
});

export { Entity, Service } from "electrodb";
