package chat.hubbub.account;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

import chat.hubbub.audit.Act;
import chat.hubbub.audit.Audited;

/**
 * Somebody may do more than before, or less.
 *
 * @param account the account as it is now
 * @param before what they were
 * @param by who changed it, {@code null} for the server itself
 */
public record RoleChanged(Account account, Role before, @Nullable User by) implements Audited {

	@Override
	public Act act() {
		return new Act((this.by != null) ? this.by.getName() : null, "role.changed", this.account.username().value(),
				("from " + this.before + " to " + this.account.role()).toLowerCase(Locale.ROOT));
	}

}
