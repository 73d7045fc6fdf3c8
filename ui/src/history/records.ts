/** Finding the records whose history may be asked for. */
import { filterOf, actionFilterOf } from '../host';
import { askOnce } from '../host/questions';
import { say } from '../text';

export interface Found {
  id: string;
  /** Its kind, as a Fluent id behind `history-record-`. */
  kind: string;
  name: string;
  /** What it is about. */
  about?: string;
}

const MOST = 6;

/** Recommendations, actions, agencies and clusters that the words fit. */
export async function findRecords(words: string): Promise<Found[]> {
  const [rows, actions, agencies, clusters] = await Promise.all([
    askOnce('page_rows', {
      filter: filterOf({ words }),
      sort: 'reference',
      descending: false,
      offset: 0,
      limit: MOST,
    }),
    askOnce('page_actions', { filter: actionFilterOf({ words }), group: 'none', offset: 0, limit: MOST }),
    askOnce('list_agencies', {}),
    askOnce('list_clusters', {}),
  ]);
  const has = (name: string): boolean => fold(name).includes(fold(words));
  return [
    ...rows.rows.map(({ id, reference, text }) => ({
      id,
      kind: 'recommendation',
      name: reference,
      about: text,
    })),
    ...actions.rows.map(({ id, number, title }) => ({
      id,
      kind: 'action',
      name: say('history-action-name', { number, title }),
    })),
    ...agencies
      .filter((agency) => has(agency.name) || has(agency.short_name))
      .slice(0, MOST)
      .map(({ id, name }) => ({ id, kind: 'agency', name })),
    ...clusters
      .filter((cluster) => has(cluster.name))
      .slice(0, MOST)
      .map(({ id, name }) => ({ id, kind: 'cluster', name })),
  ];
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase();
}

/** What a record is called, from its newest change. */
export async function nameOfRecord(id: string): Promise<string> {
  const [newest] = await askOnce('list_changes', { record_id: id, limit: 1 });
  const name = newest?.row_id === id ? newest.label : newest?.owner;
  return name ?? say('history-this-record');
}
