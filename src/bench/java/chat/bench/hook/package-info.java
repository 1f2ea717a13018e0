/** Whether outgoing webhooks lose nothing while their receiver is away. */
package chat.bench.hook;
