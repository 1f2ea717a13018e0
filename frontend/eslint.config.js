import js from '@eslint/js';
import globals from 'globals';

/** The layers and their arrows: `main` may use all, `view` itself and `model`, `model` and `net` only themselves. */
const arrows = new Map([
  ['model', ['net', 'view', 'main']],
  ['net', ['model', 'view', 'main']],
  ['view', ['net', 'main']],
]);

const forbidden = [...arrows].map(([layer, others]) => ({
  files: [`src/${layer}/**/*.js`],
  rules: {
    'no-restricted-imports': ['error', {
      patterns: others.flatMap(other => [`**/${other}/**`, `**/${other}.js`]).map(pattern => ({
        group: [pattern], message: `${layer}/ must not know it: see eslint.config.js for the layers.`,
      })),
    }],
  },
}));

/** In any of these, a text could turn into markup or code. */
const markup = ['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'createContextualFragment', 'setHTMLUnsafe', 'srcdoc', 'write'];

const features = 'Only features.js knows the features: see main/chat.js.';

export default [
  js.configs.recommended,
  {
    languageOptions: { ecmaVersion: 2022, sourceType: 'module' },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'eqeqeq': 'error',
      'max-lines': ['error', { max: 200, skipComments: true }],
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-restricted-properties': ['error',
        ...markup.map(property => ({ property, message: 'Text is only ever set as text.' })),
        { object: 'Math', property: 'random', message: 'For ids use newId().' }],
      'no-restricted-syntax': ['error', {
        selector: 'ExportDefaultDeclaration', message: 'Exports have names.',
      }, {
        selector: 'TemplateElement[value.raw=/\\n/]', message: 'The bundle would take a line of it for a comment: see chat.hubbub.bundle.Module.',
      }],
      'no-var': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['src/**/*.js'],
    languageOptions: { globals: { ...globals.browser, Stomp: 'readonly', SockJS: 'readonly', hljs: 'readonly', markdownit: 'readonly' } },
  },
  {
    // model/ decides: no page, no network.
    files: ['src/model/**/*.js'],
    languageOptions: { globals: { ...off(globals.browser), crypto: 'readonly', URL: 'readonly', markdownit: 'readonly' } },
  },
  ...forbidden,
  {
    // Features install themselves into the chat. It does not know them, and they do not know each other.
    files: ['src/main/*.js', 'src/main/features/*.js'],
    ignores: ['src/main/features.js'],
    rules: {
      'no-restricted-imports': ['error', {
        patterns: [{ group: ['**/features/**', '**/features.js'], message: features }],
      }],
    },
  },
  {
    files: ['src/main/features/*.js'],
    rules: {
      'no-restricted-imports': ['error', { patterns: [{ group: ['./*', '**/features.js'], message: features }] }],
    },
  },
  {
    files: ['src/model/backoff.js'],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    files: ['test/**/*.js'],
    languageOptions: { globals: { ...globals.browser, ...globals.jasmine } },
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    files: ['eslint.config.js'],
    rules: { 'no-restricted-syntax': 'off' },
  },
];

/** @param {Record<string, unknown>} known */
function off(known) {
  return Object.fromEntries(Object.keys(known).map(name => [name, 'off']));
}
