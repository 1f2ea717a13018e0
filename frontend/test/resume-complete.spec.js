import { Resume } from '/model/resume.js';
import { ada } from './people.js';

const range = (first, last) => Array.from({ length: last - first + 1 }, (_, i) => first + i);

/** Ada's events of these numbers arrive; the answers in order. */
const take = (resume, numbers, epoch = 'a') => numbers.map(seq => resume.take(ada(seq), epoch));

/** One that has opened with these numbers. */
function opened(numbers, epoch = 'a') {
  const resume = new Resume();
  resume.begin(numbers.at(-1) ?? 0);
  take(resume, numbers, epoch);
  resume.stand();
  return resume;
}

describe('What the server had', () => {
  it('is here with the newest page', () => {
    const resume = new Resume();
    resume.begin(120);
    take(resume, range(71, 119));
    expect(resume.complete).toBe(false);
    take(resume, [120]);
    expect(resume.complete).toBe(true);
  });

  it('is here once it has come after the newest that the server told', () => {
    const resume = opened([1, 2, 3]);
    resume.begin(3);
    resume.stand();
    expect(resume.complete).toBe(false);
    resume.confirm(5);
    take(resume, [4]);
    expect(resume.complete).toBe(false);
    take(resume, [5]);
    expect(resume.complete).toBe(true);
  });

  it('is here when the page is far behind and shows the newest', () => {
    const resume = opened([1, 2, 3]);
    resume.begin(3);
    resume.stand();
    expect(resume.confirm(2_000)).toBe(false);
    expect(resume.complete).toBe(false);
    resume.begin(2_000);
    take(resume, range(1_951, 2_000));
    expect([resume.complete, resume.timeline.oldest]).toEqual([true, 1_951]);
  });
});
