/** A reason for a suggestion, in words. */
import type { SuggestionReason } from '../host';
import { say, showPercent } from '../text';

export function why(reason: SuggestionReason): string {
  switch (reason.why) {
    case 'imported':
      return say('clusters-why-imported');
    case 'similar':
      return say('clusters-why-similar', {
        reference: reason.reference,
        likeness: showPercent(reason.likeness),
        words: reason.words.join(', '),
      });
    case 'name':
      return reason.words.length === 0
        ? say('clusters-why-topic')
        : say('clusters-why-name', { words: reason.words.join(', ') });
    default:
      return say(`clusters-why-${reason.why}`, { words: reason.words.join(', ') });
  }
}
