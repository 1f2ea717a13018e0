import { settingsIn } from '/model/server-settings.js';

describe('The settings of the server', () => {
  const form = fields => ({ elements: { namedItem: name => fields[name] } });

  it('are those of the form', () => {
    expect(settingsIn(form({ server: { value: 'Tea' }, guests: { checked: false }, signUp: { value: 'invite' } })))
      .toEqual({ name: 'Tea', guests: false, signUp: 'invite' });
  });

  it('lack those that stand in the configuration', () => {
    expect(settingsIn(form({ server: { value: 'Tea', disabled: true }, guests: { checked: true, disabled: true }, signUp: { value: 'open' } })))
      .toEqual({ signUp: 'open' });
  });
});
