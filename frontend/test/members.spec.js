import { Members } from '/view/members.js';

describe('The list of members', () => {
  let box;

  beforeEach(() => {
    box = document.createElement('div');
    const list = document.createElement('ul');
    list.id = 'members';
    const form = document.createElement('form');
    form.id = 'members-form';
    const name = document.createElement('input');
    name.id = 'members-name';
    const error = document.createElement('p');
    error.className = 'field__error';
    const button = document.createElement('button');
    button.type = 'submit';
    form.append(name, error, button);
    box.append(list, form);
    document.body.append(box);
  });

  afterEach(() => box.remove());

  it('is that of the topic that was opened last, in whatever order the answers come', async () => {
    const answers = [];
    const members = new Members({
      members: () => new Promise(answer => {
        answers.push(answer);
      }),
    });
    const first = members.load();
    const second = members.load();
    answers[1]([{ name: 'ada', moderator: true }]);
    await second;
    answers[0]([{ name: 'grace', moderator: false }]);
    await first;
    expect([...document.querySelectorAll('#members bdi')].map(({ textContent }) => textContent)).toEqual(['ada']);
  });
});
