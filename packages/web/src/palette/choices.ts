import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { queries } from "../api/queries.ts";
import { commands } from "../keys/commands.ts";
import { useAbilities } from "../keys/provider.tsx";
import { matches } from "../words/match.ts";

/** Something that can be chosen in the palette. */
export interface Choice {
  readonly id: string;
  readonly kind: "Commands" | "People" | "Segments" | "Campaigns";
  readonly words: string;
  readonly hint?: string;
  readonly key?: string;
  readonly choose: () => unknown;
}

const PAUSE_MS = 150;
/** How many of a kind are shown; more words find the others. */
const MOST = 6;

/** What fits the words typed so far; without words, what can be done here. */
export function useChoices(typed: string): {
  readonly choices: readonly Choice[];
  readonly waiting: boolean;
} {
  const people = usePeople(typed);
  const campaigns = useCampaigns(typed);
  const segments = useSegments(typed);
  const acts = useActs().filter(({ words }) => matches(typed, words));
  const choices = typed.trim() === "" ? acts : [...acts, ...people.found, ...segments, ...campaigns];
  return { choices, waiting: people.waiting };
}

function useActs(): Choice[] {
  const { able, run } = useAbilities();
  return commands
    .filter(({ id }) => id !== "palette.show" && able(id))
    .map(({ id, words, key }) => ({
      id,
      kind: "Commands",
      words,
      ...(key ? { key } : {}),
      choose: () => run(id),
    }));
}

function usePeople(typed: string) {
  const navigate = useNavigate();
  const [words] = useDebouncedValue(typed.trim(), PAUSE_MS);
  const { data, isFetching } = useQuery({
    ...queries.peopleByWords(words),
    enabled: words.length > 1,
    placeholderData: keepPreviousData,
  });
  const found = (data?.people ?? []).slice(0, MOST).map(
    ({ candidateId, name, title }): Choice => ({
      id: candidateId,
      kind: "People",
      words: name,
      ...(title ? { hint: title } : {}),
      choose: () => navigate({ to: "/talent/$candidateId", params: { candidateId } }),
    }),
  );
  return { found: typed.trim().length > 1 ? found : [], waiting: isFetching };
}

function useCampaigns(typed: string): Choice[] {
  const navigate = useNavigate();
  const { data = [] } = useQuery(queries.campaigns);
  return data
    .filter(({ name }) => matches(typed, name))
    .slice(0, MOST)
    .map(({ campaignId, name, state }) => ({
      id: campaignId,
      kind: "Campaigns",
      words: name,
      hint: state,
      choose: () => navigate({ to: "/campaigns/$campaignId", params: { campaignId } }),
    }));
}

function useSegments(typed: string): Choice[] {
  const navigate = useNavigate();
  const { data = [] } = useQuery(queries.segments);
  return data
    .filter(({ name }) => matches(typed, name))
    .slice(0, MOST)
    .map(({ segmentId, name }) => ({
      id: segmentId,
      kind: "Segments",
      words: name,
      choose: () => navigate({ to: "/segments/$segmentId", params: { segmentId } }),
    }));
}
