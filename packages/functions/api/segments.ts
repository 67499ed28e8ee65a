import * as Campaign from "@perennial/core/campaign";
import * as Segment from "@perennial/core/segment";

/** Whether a segment may go is for the campaigns to say, which are another noun. */
export const removeSegment = Segment.remove({ drafts: Campaign.draftsOf });
