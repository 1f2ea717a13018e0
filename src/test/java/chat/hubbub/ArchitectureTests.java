package chat.hubbub;

import java.util.List;
import java.util.Map;
import java.util.Set;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The code keeps the promises of the map of packages. Each rule is also shown to fail, on
 * the classes in {@code chat.hubbub.crooked}.
 */
class ArchitectureTests {

	private static final String STRAIGHT = "chat.hubbub";

	private static final String CROOKED = "chat.hubbub.crooked";

	private static final Map<String, Set<String>> CROOKED_TABLE = Arrows.table("""
			:
			account:
			account.token:
			stomp:
			broker:
			broker.wire:
			broker.shard:
			topic: account, topic.door, attic
			topic.door: topic
			attic:
			""");

	private static final JavaClasses PRODUCT = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages(STRAIGHT);

	private static final JavaClasses VIOLATIONS = new ClassFileImporter().importPackages(CROOKED);

	@Test
	void packagesUseOnlyWhatTheyMay() {
		assertThat(PRODUCT).hasSizeGreaterThan(30);
		Arrows.under(STRAIGHT, Arrows.TABLE).check(PRODUCT);
	}

	@Test
	void anArrowThatIsNotAllowedIsFound() {
		assertThat(faults(Arrows.under(CROOKED, CROOKED_TABLE)))
			.anyMatch((line) -> line.contains("CuriousAccount") && line.contains("CrookedBroker"))
			.anyMatch((line) -> line.contains("package gossip is not in the table"))
			.anyMatch((line) -> line.contains("RootUser") && line.contains("CuriousRoot"))
			.noneMatch((line) -> line.contains("StraightTopic"));
	}

	@Test
	void aRoomIsClosedToOtherFeatures() {
		assertThat(faults(Arrows.under(CROOKED, CROOKED_TABLE)))
			.anyMatch((line) -> line.contains("NosyTopic") && line.contains("HiddenToken"))
			.noneMatch((line) -> line.contains("StraightDoor"));
	}

	@Test
	void aPackageOrAnArrowThatDoesNotExistIsFound() {
		assertThat(faults(Arrows.under(CROOKED, CROOKED_TABLE)))
			.contains("package attic is in the table only", "topic -> attic is in the table only")
			.doesNotContain("package topic is in the table only", "topic -> account is in the table only");
	}

	@Test
	void featuresHaveNoCycles() {
		noCyclesOfFeatures(STRAIGHT).check(PRODUCT);
	}

	@Test
	void aCycleOfFeaturesIsFound() {
		assertThat(faults(noCyclesOfFeatures(CROOKED))).singleElement(InstanceOfAssertFactories.STRING)
			.contains("CuriousAccount", "CrookedBroker");
	}

	@Test
	void roomsHaveNoCycles() {
		noCyclesOfRooms(STRAIGHT).check(PRODUCT);
	}

	@Test
	void aCycleOfRoomsIsFound() {
		assertThat(faults(noCyclesOfRooms(CROOKED))).singleElement(InstanceOfAssertFactories.STRING)
			.contains("CuriousWire", "PlainShard", "CuriousShard", "PlainWire");
	}

	@Test
	void classesOfDifferentPackagesHaveNoCycles() {
		Tangles.under(STRAIGHT).check(PRODUCT);
	}

	@Test
	void aCycleOfClassesOfDifferentPackagesIsFound() {
		assertThat(faults(Tangles.under(CROOKED)))
			.anyMatch((line) -> line.contains("TangledTopic") && line.contains("TangledDoor"))
			.noneMatch((line) -> line.contains("CuriousWire") || line.contains("StraightDoor"));
	}

	@Test
	void stompKnowsNothingOfSpring() {
		noSpring(STRAIGHT).check(PRODUCT);
	}

	@Test
	void aFrameThatKnowsSpringIsFound() {
		assertThat(faults(noSpring(CROOKED))).anyMatch((line) -> line.contains("SpringFrame"));
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

	private static List<String> faults(ArchRule rule) {
		return rule.evaluate(VIOLATIONS).getFailureReport().getDetails();
	}

	private static ArchRule noCyclesOfFeatures(String base) {
		return SlicesRuleDefinition.slices().matching(base + ".(*)..").should().beFreeOfCycles();
	}

	private static ArchRule noCyclesOfRooms(String base) {
		return SlicesRuleDefinition.slices().matching(base + ".(*).(*)..").should().beFreeOfCycles();
	}

	private static ArchRule noSpring(String base) {
		return noClasses().that()
			.resideInAPackage(base + ".stomp..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("org.springframework..");
	}

	private static boolean holdsClasses(JavaPackage candidate) {
		return !candidate.getClasses().isEmpty();
	}

	private static boolean isNullMarked(JavaPackage candidate) {
		return candidate.isAnnotatedWith(NullMarked.class);
	}

}
