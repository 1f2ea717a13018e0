import { FirstStart, secretIn } from '/model/first-start.js';

describe('The first start', () => {
  it('asks one question after the other', () => {
    const first = new FirstStart('secret');
    expect([first.step, first.isLast]).toEqual([0, false]);
    first.next();
    first.next();
    expect([first.step, first.isLast]).toEqual([2, true]);
    first.next();
    expect(first.step).toBe(2);
    first.back();
    expect(first.step).toBe(1);
  });

  for (const [code, step] of [['server.name', 0], ['invite.invalid', 0], ['name.taken', 2], ['password.ill-formed', 2], ['rate.limited', 1], [undefined, 1]]) {
    it(`goes to the question that ${code} is about`, () => {
      const first = new FirstStart('secret');
      first.next();
      first.goTo(code);
      expect(first.step).toBe(step);
    });
  }

  it('says which answer is missing', () => {
    const first = new FirstStart('');
    expect(first.missing({ invite: ' ', server: '' })?.field).toBe('invite');
    expect(first.missing({ invite: 'secret' })).toBeUndefined();
    first.goTo('name');
    expect(first.missing({ name: '', password: '' })?.field).toBe('name');
    expect(first.missing({ name: 'olga', password: '' })?.field).toBe('password');
    expect(first.missing({ name: 'olga', password: 'x' })).toBeUndefined();
  });

  it('takes the secret of the address, of a pasted link, or alone', () => {
    expect(new FirstStart('given').invite({ invite: 'typed' })).toBe('given');
    expect(new FirstStart('').invite({ invite: ' http://localhost:8080/start#abc ' })).toBe('abc');
    expect(secretIn('abc')).toBe('abc');
  });

  it('asks for another secret than one that is not valid', () => {
    const first = new FirstStart('used');
    first.loseSecret();
    expect(first.missing({ invite: '' })?.field).toBe('invite');
  });
});
