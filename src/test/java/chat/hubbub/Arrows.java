package chat.hubbub;

import java.util.Map;
import java.util.Set;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

/** Which package may use which; what is not said here is forbidden. */
final class Arrows extends ArchCondition<JavaClass> {

	private static final String ROOT = "";

	private static final String REFUSAL = "refusal";

	private static final String AUDIT = "audit";

	private static final Map<String, Set<String>> ALLOWED = Map.ofEntries(Map.entry(ROOT, Set.of()),
			Map.entry(REFUSAL, Set.of()), Map.entry(AUDIT, Set.of()), Map.entry("store", Set.of()),
			Map.entry("bundle", Set.of()), Map.entry("account", Set.of()), Map.entry("broker", Set.of()),
			Map.entry("transport", Set.of("broker")), Map.entry("topic", Set.of("account", "broker")),
			Map.entry("message", Set.of("topic", "account", "broker", "store")),
			Map.entry("moderation", Set.of("account", "topic", "broker")),
			Map.entry("presence", Set.of("topic", "account", "broker")),
			Map.entry("security", Set.of("account", "topic", "broker")), Map.entry("cluster", Set.of("broker")),
			Map.entry("web", Set.of("account", "broker", "transport", "topic", "message", "store", "presence")));

	private final String base;

	private Arrows(String base) {
		super("use only the packages that they may use");
		this.base = base;
	}

	/**
	 * The rule for all packages under a base.
	 * @param base the name of the package that holds the others
	 * @return the rule
	 */
	static ArchRule under(String base) {
		return classes().that().resideInAPackage(base + "..").should(new Arrows(base));
	}

	@Override
	public void check(JavaClass user, ConditionEvents events) {
		String from = feature(user);
		if (!ALLOWED.containsKey(from)) {
			events.add(SimpleConditionEvent.violated(user, "package " + from + " is not in the table"));
			return;
		}
		for (Dependency dependency : user.getDirectDependenciesFromSelf()) {
			JavaClass used = dependency.getTargetClass().getBaseComponentType();
			if (isOurs(used) && !mayUse(from, feature(used))) {
				events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
			}
		}
	}

	private boolean isOurs(JavaClass used) {
		String name = used.getPackageName();
		return name.equals(this.base) || name.startsWith(this.base + ".");
	}

	private String feature(JavaClass type) {
		String name = type.getPackageName();
		return name.equals(this.base) ? ROOT : name.substring(this.base.length() + 1);
	}

	private static boolean mayUse(String from, String to) {
		return from.equals(to) || to.equals(REFUSAL) || to.equals(AUDIT)
				|| ALLOWED.getOrDefault(from, Set.of()).contains(to);
	}

}
