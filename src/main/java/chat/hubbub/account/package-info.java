/** Who is who: names, the people behind them, and the guests who are online. */
@NullMarked
package chat.hubbub.account;

import org.jspecify.annotations.NullMarked;
