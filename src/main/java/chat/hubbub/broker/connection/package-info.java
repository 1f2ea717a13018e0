/** The connections of clients: conversations, transactions and receipts. */
@NullMarked
package chat.hubbub.broker.connection;

import org.jspecify.annotations.NullMarked;
