/** The search in many messages. */
package chat.bench.search;
