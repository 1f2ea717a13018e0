package chat.hubbub.setting;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import chat.hubbub.audit.Act;
import chat.hubbub.bus.AnythingChanged;
import chat.hubbub.bus.Bus;

/**
 * The settings of the server: those of the configuration, otherwise those that an admin
 * has chosen, otherwise the defaults. Every node remembers them. Thread-safe.
 */
@Component
public class Settings {

	private final SettingStore store;

	private final SettingProperties configured;

	private final TransactionOperations transaction;

	private final ApplicationEventPublisher events;

	private final Bus bus;

	private volatile ServerSettings now;

	/** Reads the settings from the store. */
	public Settings(SettingStore store, SettingProperties configured, TransactionOperations transaction,
			ApplicationEventPublisher events, Bus bus) {
		this.store = store;
		this.configured = configured;
		this.transaction = transaction;
		this.events = events;
		this.bus = bus;
		this.now = read();
		bus.receive(SettingsStored.class, (fact) -> readAnew());
		bus.receive(AnythingChanged.class, (fact) -> readAnew());
	}

	/** The present settings, from memory. */
	public ServerSettings now() {
		return this.now;
	}

	/**
	 * The settings that stand in the configuration, which admins cannot change.
	 * @return some of {@code name}, {@code guests} and {@code sign-up}; unmodifiable
	 */
	public List<String> fixed() {
		return this.configured.fixed();
	}

	/**
	 * Changes settings on all nodes, at once on this one.
	 * @param wanted the changes
	 * @param admin the name of the admin, for the audit log
	 * @throws IllFormedSetting if a value is not allowed
	 * @throws SettingFixed if a setting stands in the configuration
	 */
	public void change(SettingChange wanted, String admin) {
		this.transaction.executeWithoutResult((status) -> store(wanted, admin));
		tell();
	}

	/**
	 * Stores changes in the transaction of the caller, who has to {@linkplain #tell()
	 * tell} of them afterwards. Otherwise as {@code change}.
	 */
	public void store(SettingChange wanted, String admin) {
		Map<String, String> values = wanted.values();
		values.keySet().stream().filter(fixed()::contains).findFirst().ifPresent((name) -> {
			throw new SettingFixed(name);
		});
		if (!values.isEmpty()) {
			values.forEach(this.store::put);
			this.events.publishEvent(new Act(admin, "settings.changed", null, SettingChange.toAudit(values)));
			this.bus.announce(new SettingsStored());
		}
	}

	/**
	 * Stores the address of the icon in the transaction of the caller, who has to
	 * {@linkplain #tell() tell} of it afterwards.
	 * @param address the address, or {@code null} to remove the icon
	 * @param admin the name of the admin, for the audit log
	 */
	public void storeIcon(@Nullable String address, String admin) {
		if (address != null) {
			this.store.put(SettingStore.ICON, address);
		}
		else {
			this.store.remove(SettingStore.ICON);
		}
		this.events.publishEvent(new Act(admin, (address != null) ? "icon.changed" : "icon.removed", null, ""));
		this.bus.announce(new SettingsStored());
	}

	/** Tells all nodes of stored changes. */
	public void tell() {
		this.bus.publish(new SettingsStored());
	}

	/** Held during one read, so that an older answer does not replace a newer one. */
	private synchronized void readAnew() {
		this.now = read();
	}

	private ServerSettings read() {
		Map<String, String> chosen = this.store.all();
		String name = this.configured.name();
		Boolean guests = this.configured.guests();
		SignUp signUp = this.configured.signUp();
		return new ServerSettings((name != null) ? name : chosen.getOrDefault(SettingStore.NAME, ServerName.DEFAULT),
				(guests != null) ? guests : Boolean.parseBoolean(chosen.getOrDefault(SettingStore.GUESTS, "true")),
				(signUp != null) ? signUp : SignUp.of(chosen.getOrDefault(SettingStore.SIGN_UP, "open")),
				chosen.get(SettingStore.ICON));
	}

}
