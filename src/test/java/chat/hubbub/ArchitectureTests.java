package chat.hubbub;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the map of packages promises holds in the code. Each rule is also shown to fail,
 * on the classes in {@code chat.hubbub.crooked}.
 */
class ArchitectureTests {

	private static final String STRAIGHT = "chat.hubbub";

	private static final String CROOKED = "chat.hubbub.crooked";

	private static final JavaClasses PRODUCT = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages(STRAIGHT);

	private static final JavaClasses VIOLATIONS = new ClassFileImporter().importPackages(CROOKED);

	@Test
	void packagesUseOnlyWhatTheyMay() {
		assertThat(PRODUCT).hasSizeGreaterThan(30);
		Arrows.under(STRAIGHT).check(PRODUCT);
	}

	@Test
	void anArrowThatIsNotAllowedIsFound() {
		assertThat(Arrows.under(CROOKED).evaluate(VIOLATIONS).getFailureReport().getDetails())
			.anyMatch((line) -> line.contains("CuriousAccount") && line.contains("CrookedBroker"))
			.anyMatch((line) -> line.contains("package gossip is not in the table"))
			.anyMatch((line) -> line.contains("RootUser") && line.contains("CuriousRoot"))
			.noneMatch((line) -> line.contains("StraightTopic"));
	}

	@Test
	void packagesHaveNoCycles() {
		noCycles(STRAIGHT).check(PRODUCT);
	}

	@Test
	void aCycleIsFound() {
		assertThat(noCycles(CROOKED).evaluate(VIOLATIONS).hasViolation()).isTrue();
	}

	@Test
	void everyPackageIsNullMarked() {
		assertThat(PRODUCT.getPackage(STRAIGHT).getSubpackagesInTree()).filteredOn(ArchitectureTests::holdsClasses)
			.isNotEmpty()
			.allMatch(ArchitectureTests::isNullMarked);
		assertThat(PRODUCT.getPackage(STRAIGHT)).matches(ArchitectureTests::isNullMarked);
	}

	@Test
	void aPackageThatIsNotNullMarkedIsFound() {
		assertThat(VIOLATIONS.getPackage(CROOKED + ".broker")).matches(ArchitectureTests::isNullMarked);
		assertThat(VIOLATIONS.getPackage(CROOKED + ".account")).matches(ArchitectureTests::holdsClasses)
			.doesNotMatch(ArchitectureTests::isNullMarked);
	}

	private static ArchRule noCycles(String base) {
		return SlicesRuleDefinition.slices().matching(base + ".(*)..").should().beFreeOfCycles();
	}

	private static boolean holdsClasses(JavaPackage candidate) {
		return !candidate.getClasses().isEmpty();
	}

	private static boolean isNullMarked(JavaPackage candidate) {
		return candidate.isAnnotatedWith(NullMarked.class);
	}

}
