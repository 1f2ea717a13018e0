package chat.hubbub;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

/**
 * The existing packages and the arrows between them. Every other arrow is forbidden: a
 * room, such as {@code account.token}, is closed unless an arrow names it.
 */
final class Arrows extends ArchCondition<JavaClass> {

	private static final String ROOT = "";

	/** The packages that every package may use. */
	private static final Set<String> COMMON = Set.of("refusal", "audit", "words");

	/** The features and their rooms, each with those that it may use. */
	static final Map<String, Set<String>> TABLE = table(
			"""
					: extension, store.move
					words:
					refusal:
					audit: store
					store: timer
					store.move: store
					bundle:
					bus:
					net:
					timer:
					operation: timer
					extension:
					setting: bus
					account: bus, store
					account.token: account, bus, store
					account.invite: account, setting, store
					account.browser: account, account.invite, setting, bus, net
					account.provider: account, account.browser, setting, net
					stomp:
					broker: broker.wire, bus
					broker.wire: stomp
					broker.fanout: broker, broker.wire, stomp
					broker.replay: broker, broker.wire, broker.fanout, bus
					broker.connection: broker, broker.wire, broker.fanout, stomp
					broker.spring: broker, broker.wire, broker.fanout, broker.connection, stomp, bus
					transport: broker, broker.wire, broker.connection
					topic: account, broker, broker.wire, bus
					topic.door: topic, account, broker
					markup:
					message: markup, topic, account, broker, broker.wire, bus, store, timer
					message.follow: message, topic, broker, bus, timer
					picture:
					avatar: account, broker, broker.wire, bus, picture
					icon: setting, picture
					file.store:
					file: file.store, account, topic, message, net, picture, timer
					block: account, topic, broker, bus
					draft: account, topic, message, broker, bus, store
					mention: markup, account, topic, message, presence, broker, bus
					moderation: account, topic, broker, bus, net, store
					presence: account, account.browser, broker, broker.wire, bus, timer
					unread: account, account.browser, topic, message, presence, broker, broker.wire, bus, store
					report: account, topic, message, store
					outgoing:
					push: outgoing, account, topic, message, message.follow, mention, presence, unread
					preview: outgoing, markup, account, topic, message, file, picture
					webhook: account, topic
					webhook.incoming: webhook, account, topic, message, store
					webhook.outgoing: webhook, outgoing, account, account.token, topic, message, message.follow, mention, presence, broker, bus, store
					search.text:
					search.index: search.text, account, topic, message
					search: search.text, search.index, account, topic, message
					limit: account.token, account.browser, account, broker, net
					signin: account.token, account.browser, account.provider, account, setting, broker, bus, limit, net
					cluster: account, broker, broker.wire, bus, store, timer
					relay: topic, message, broker, cluster
					description:
					web: description, account.invite, account.provider, account, setting, broker, broker.wire, bus, topic, message, file, push, store
					""");

	private final String base;

	private final Map<String, Set<String>> table;

	private final Set<String> unseen = new TreeSet<>();

	private Arrows(String base, Map<String, Set<String>> table) {
		super("use only the packages that they may use");
		this.base = base;
		this.table = table;
		table.forEach((from, all) -> {
			this.unseen.add("package " + from);
			all.forEach((to) -> this.unseen.add(arrow(from, to)));
		});
	}

	/**
	 * The rule for all packages under a base.
	 * @param base the name of the package that holds the others
	 * @param table the packages there are, by their names within the base, each with
	 * those that it may use
	 * @return the rule, to be checked once
	 */
	static ArchRule under(String base, Map<String, Set<String>> table) {
		return classes().that().resideInAPackage(base + "..").should(new Arrows(base, table));
	}

	/**
	 * Reads a table with a line for each package: its name, a colon, the packages that it
	 * may use.
	 */
	static Map<String, Set<String>> table(String lines) {
		return lines.lines()
			.map((line) -> line.split(":", 2))
			.collect(Collectors.toMap((parts) -> parts[0].strip(), (parts) -> names(parts[1])));
	}

	private static Set<String> names(String list) {
		return list.isBlank() ? Set.of() : Set.of(list.strip().split(", "));
	}

	@Override
	public void check(JavaClass user, ConditionEvents events) {
		String from = room(user);
		if (!this.table.containsKey(from)) {
			events.add(SimpleConditionEvent.violated(user, "package " + from + " is not in the table"));
			return;
		}
		this.unseen.remove("package " + from);
		for (Dependency dependency : user.getDirectDependenciesFromSelf()) {
			JavaClass used = dependency.getTargetClass().getBaseComponentType();
			if (isOurs(used) && !mayUse(from, room(used))) {
				events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
			}
		}
	}

	@Override
	public void finish(ConditionEvents events) {
		this.unseen
			.forEach((entry) -> events.add(SimpleConditionEvent.violated(entry, entry + " is in the table only")));
	}

	private boolean isOurs(JavaClass used) {
		String name = used.getPackageName();
		return name.equals(this.base) || name.startsWith(this.base + ".");
	}

	private String room(JavaClass type) {
		String name = type.getPackageName();
		return name.equals(this.base) ? ROOT : name.substring(this.base.length() + 1);
	}

	private boolean mayUse(String from, String to) {
		this.unseen.remove(arrow(from, to));
		return from.equals(to) || COMMON.contains(to) || this.table.getOrDefault(from, Set.of()).contains(to);
	}

	private static String arrow(String from, String to) {
		return from + " -> " + to;
	}

}
