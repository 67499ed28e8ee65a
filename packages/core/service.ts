import { Service } from "electrodb";
import { CampaignEntity, JourneyEntity } from "./campaign/campaign.entity.ts";
import { AddressEntity, CandidateEntity, GuardEntity } from "./candidate/candidate.entity.ts";
import { ErasureEntity } from "./candidate/erasure.entity.ts";
import { RequestEntity } from "./candidate/request.entity.ts";
import { ConsentEntity } from "./consent/consent.entity.ts";
import { EnrolmentEntity } from "./enrolment/enrolment.entity.ts";
import { EventEntity } from "./event/event.entity.ts";
import { FormEntity } from "./form/form.entity.ts";
import { GateEntity } from "./gate/gate.entity.ts";
import { ImportEntity, PartEntity, RowEntity, TraceEntity } from "./import/import.entity.ts";
import { LimitEntity } from "./limit/limit.entity.ts";
import { MessageEntity } from "./message/message.entity.ts";
import { BatchEntity, MetricEntity, TallyEntity } from "./metric/metric.entity.ts";
import { NoteEntity } from "./note/note.entity.ts";
import { OrganisationEntity } from "./organisation/organisation.entity.ts";
import { QuotaEntity } from "./quota/quota.entity.ts";
import { SampleEntity } from "./sample/sample.entity.ts";
import { SegmentEntity } from "./segment/segment.entity.ts";
import { SuppressionEntity } from "./suppression/suppression.entity.ts";
import { client } from "./table.ts";
import { TaskEntity } from "./task/task.entity.ts";
import { RecruiterEntity } from "./team/recruiter.entity.ts";
import { TemplateEntity } from "./template/template.entity.ts";

/** Every entity of the one table. The only place that knows them all. */
export const service = new Service(
  {
    address: AddressEntity,
    batch: BatchEntity,
    campaign: CampaignEntity,
    candidate: CandidateEntity,
    consent: ConsentEntity,
    enrolment: EnrolmentEntity,
    erasure: ErasureEntity,
    event: EventEntity,
    form: FormEntity,
    gate: GateEntity,
    guard: GuardEntity,
    import: ImportEntity,
    importPart: PartEntity,
    importRow: RowEntity,
    importTrace: TraceEntity,
    journey: JourneyEntity,
    limit: LimitEntity,
    message: MessageEntity,
    metric: MetricEntity,
    note: NoteEntity,
    organisation: OrganisationEntity,
    quota: QuotaEntity,
    recruiter: RecruiterEntity,
    request: RequestEntity,
    sample: SampleEntity,
    segment: SegmentEntity,
    suppression: SuppressionEntity,
    tally: TallyEntity,
    task: TaskEntity,
    template: TemplateEntity,
  },
  { client, table: process.env.PERENNIAL_TABLE ?? "perennial" },
);

export const { entities } = service;
