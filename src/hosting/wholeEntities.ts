// Has the SDK's client send the entities of an activity as they are: its own model of one drops what it does not know, and
// with it the citations of a message.
import { Entity } from 'botframework-connector/lib/connectorApi/models/mappers';

/** For the whole process, as the client's models are; to be called before anything is sent. */
export function sendWholeEntities(): void {
  Entity.type.additionalProperties = { type: { name: 'Object' } };
}
