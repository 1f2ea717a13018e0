/**
 * Runs all specs and leaves the outcome in `window.specs`, for the test that opened this page:
 * one `{name, failures, pending}` each.
 */
const specs = [
  'addressees', 'admin', 'attachment', 'avatar', 'avatars', 'backoff', 'blocked', 'candidates', 'colors', 'composition', 'day', 'destinations', 'directory', 'draft-saver', 'drafts', 'emoji', 'entrance',
  'fault', 'file-name', 'file-size', 'first-start', 'formatted', 'heart-beats', 'highlighted', 'hits', 'hook', 'idleness', 'kept', 'link-preview', 'link-state', 'links', 'listing', 'markup', 'members', 'mentions',
  'moment', 'new-id', 'new-line', 'outbox', 'ownership', 'pasted', 'people', 'quote', 'reactions', 'read-mark', 'resume', 'resume-complete', 'route', 'sanction', 'scroll', 'server-settings', 'shared', 'shelf', 'shortcut',
  'side-list', 'signal', 'span', 'switcher', 'theme', 'timeline', 'timeline-bounds', 'token', 'topic-marks', 'topic-order', 'topics', 'transcript', 'typists',
  'unread', 'unseen', 'uploads', 'words',
];

const jasmine = window.jasmineRequire.core(window.jasmineRequire);
const environment = jasmine.getEnv();
Object.assign(window, window.jasmineRequire.interface(jasmine, environment));

const outcomes = [];
environment.configure({ random: true, failSpecWithNoExpectations: true });
environment.addReporter({
  specDone({ fullName, status, failedExpectations }) {
    outcomes.push({ name: fullName, pending: status === 'pending' || status === 'excluded', failures: messages(failedExpectations) });
  },
  jasmineDone({ failedExpectations }) {
    const failures = messages(failedExpectations);
    window.specs = failures.length ? [...outcomes, { name: 'the run itself', pending: false, failures }] : outcomes;
  },
});

const loads = await Promise.allSettled(specs.map(name => import(`./${name}.spec.js`)));
loads.forEach(({ reason }, i) => reason && it(`${specs[i]} loads`, () => fail(`${reason}`)));
environment.execute();

function messages(expectations) {
  return expectations.map(({ message, stack }) => `${message}\n${stack ?? ''}`);
}
