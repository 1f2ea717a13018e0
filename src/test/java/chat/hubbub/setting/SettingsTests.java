package chat.hubbub.setting;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import chat.hubbub.audit.Act;
import chat.hubbub.fixture.Database;
import chat.hubbub.fixture.TestBus;
import chat.hubbub.refusal.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SettingsTests {

	private static final SettingProperties NOTHING = new SettingProperties(null, null, null);

	private final List<Object> events = new ArrayList<>();

	private Database database;

	@BeforeEach
	void open(@TempDir Path folder) {
		this.database = new Database(folder);
	}

	@AfterEach
	void close() {
		this.database.close();
	}

	@Test
	void haveDefaultsUntilAnAdminChoosesOthers() {
		Settings settings = settings(NOTHING, new TestBus());
		assertThat(settings.now()).isEqualTo(new ServerSettings("Hubbub", true, SignUp.OPEN, null));
		settings.change(new SettingChange("  Tea house ", null, "invite"), "olga");
		assertThat(settings.now()).isEqualTo(new ServerSettings("Tea house", true, SignUp.INVITE, null));
		settings.change(new SettingChange(null, false, null), "olga");
		assertThat(settings.now()).isEqualTo(new ServerSettings("Tea house", false, SignUp.INVITE, null));
		assertThat(this.events).containsExactly(
				new Act("olga", "settings.changed", null, "name=Tea house, sign-up=invite"),
				new Act("olga", "settings.changed", null, "guests=false"));
		assertThat(settings(NOTHING, new TestBus()).now()).isEqualTo(settings.now());
	}

	@Test
	void holdOnTheOtherNodesAtOnce() {
		TestBus here = new TestBus();
		TestBus there = new TestBus();
		here.join(there);
		Settings one = settings(NOTHING, here);
		Settings two = settings(NOTHING, there);
		one.change(new SettingChange("One", false, "closed"), "olga");
		assertThat(two.now()).isEqualTo(new ServerSettings("One", false, SignUp.CLOSED, null));
		here.cut();
		one.change(new SettingChange("Two", true, null), "olga");
		assertThat(two.now().name()).isEqualTo("One");
		here.mend();
		assertThat(two.now()).isEqualTo(one.now());
	}

	/** A chosen value does not count then. It counts again without the configuration. */
	@Test
	void ofTheConfigurationTakePrecedenceAndStay() {
		settings(NOTHING, new TestBus()).change(new SettingChange("Chosen", true, "open"), "olga");
		Settings settings = settings(new SettingProperties("Configured", SignUp.CLOSED, false), new TestBus());
		assertThat(settings.now()).isEqualTo(new ServerSettings("Configured", false, SignUp.CLOSED, null));
		assertThat(settings.fixed()).containsExactly("name", "guests", "sign-up");
		for (SettingChange change : List.of(new SettingChange("Other", null, null), new SettingChange(null, true, null),
				new SettingChange(null, null, "open"))) {
			assertThat(refusal(settings, change)).isEqualTo("server.fixed");
		}
		assertThat(settings(NOTHING, new TestBus()).now())
			.isEqualTo(new ServerSettings("Chosen", true, SignUp.OPEN, null));
	}

	@Test
	void areNotChangedInPart() {
		Settings settings = settings(new SettingProperties(null, SignUp.OPEN, null), new TestBus());
		assertThat(refusal(settings, new SettingChange("New", false, "closed"))).isEqualTo("server.fixed");
		assertThat(settings(NOTHING, new TestBus()).now().name()).isEqualTo("Hubbub");
		assertThat(this.events).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "   ", "two\nlines", "a\u0000b", "tab\there", "turned\u202Eround", "\u200D", "\u200B",
			"zero\u200Bwidth", "a\u2028b", "\uD800", "\uE000",
			"fifty-one characters are one more than the name may be" })
	void refuseAName(String name) {
		Settings settings = settings(NOTHING, new TestBus());
		assertThat(refusal(settings, new SettingChange(name, null, null))).isEqualTo("server.name");
		assertThat(refusal(settings, new SettingChange("x".repeat(1_000_000), null, null))).isEqualTo("server.name");
	}

	@ParameterizedTest
	@ValueSource(strings = { "T", "Tee & Kaffee", "茶馆", "شاي", "<b>bold</b>", "👩‍💻 code", "$(rm -rf)",
			"fifty characters are as many as a name may have !!" })
	void takeAName(String name) {
		Settings settings = settings(NOTHING, new TestBus());
		settings.change(new SettingChange(name, null, null), "olga");
		assertThat(settings.now().name()).isEqualTo(name);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "everybody", "open " })
	void refuseAnUnknownSignUp(String signUp) {
		assertThat(refusal(settings(NOTHING, new TestBus()), new SettingChange(null, null, signUp)))
			.isEqualTo("server.sign-up");
	}

	private String refusal(Settings settings, SettingChange change) {
		List<String> codes = new ArrayList<>();
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> settings.change(change, "olga"))
			.satisfies((refusal) -> codes.add(refusal.code()));
		return codes.get(0);
	}

	private Settings settings(SettingProperties configured, TestBus bus) {
		return new Settings(new SettingStore(this.database.client()), configured, this.database.transactions(),
				this.events::add, bus);
	}

}
