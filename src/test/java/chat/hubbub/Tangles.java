package chat.hubbub;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

/**
 * Cycles of classes that lie in more than one package, as a feature's root and one of its
 * rooms could make them, which may know each other. A nested class counts as the one
 * around it.
 */
final class Tangles extends ArchCondition<JavaClass> {

	private final Map<JavaClass, Set<JavaClass>> uses = new HashMap<>();

	private final Map<JavaClass, Set<JavaClass>> reached = new HashMap<>();

	private Tangles() {
		super("not come back to themselves by way of another package");
	}

	/**
	 * The rule for all packages under a base.
	 * @param base the name of the package that holds the others
	 * @return the rule
	 */
	static ArchRule under(String base) {
		return classes().that().resideInAPackage(base + "..").should(new Tangles());
	}

	@Override
	public void init(Collection<JavaClass> all) {
		for (JavaClass user : all) {
			Set<JavaClass> used = this.uses.computeIfAbsent(outermost(user), (key) -> new HashSet<>());
			for (Dependency dependency : user.getDirectDependenciesFromSelf()) {
				used.add(outermost(dependency.getTargetClass().getBaseComponentType()));
			}
		}
	}

	@Override
	public void check(JavaClass user, ConditionEvents events) {
		for (Dependency dependency : user.getDirectDependenciesFromSelf()) {
			JavaClass used = outermost(dependency.getTargetClass().getBaseComponentType());
			if (!used.getPackageName().equals(user.getPackageName()) && reachedFrom(used).contains(outermost(user))) {
				events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
			}
		}
	}

	private Set<JavaClass> reachedFrom(JavaClass start) {
		return this.reached.computeIfAbsent(start, (key) -> {
			Set<JavaClass> found = new HashSet<>();
			Deque<JavaClass> open = new ArrayDeque<>(Set.of(start));
			while (!open.isEmpty()) {
				this.uses.getOrDefault(open.pop(), Set.of()).stream().filter(found::add).forEach(open::push);
			}
			return found;
		});
	}

	private static JavaClass outermost(JavaClass type) {
		return type.getEnclosingClass().map(Tangles::outermost).orElse(type);
	}

}
