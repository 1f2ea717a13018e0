// The words of the page's language, from a script that the server makes of the message files.

declare var words: import('../src/words.js').Words | undefined;
