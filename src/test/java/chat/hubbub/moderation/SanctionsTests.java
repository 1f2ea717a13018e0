package chat.hubbub.moderation;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import chat.hubbub.account.Role;
import chat.hubbub.account.User;
import chat.hubbub.account.Username;
import chat.hubbub.fixture.Database;
import chat.hubbub.fixture.FakeClock;
import chat.hubbub.fixture.TestBus;
import chat.hubbub.net.ClientAddress;
import chat.hubbub.refusal.Refusal;
import chat.hubbub.topic.TopicName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class SanctionsTests {

	private static final TopicName TEA = new TopicName("tea");

	private static final TopicName COFFEE = new TopicName("coffee");

	private static final Consumer<Sanction> NOTHING = (sanction) -> {
	};

	private static final User TROLL = User.guest(new Username("Troll"), "troll");

	private static final User LINUS = new User(new Username("linus"), "@1", Role.MEMBER, 1L);

	private static final User GRACE = User.guest(new Username("grace"), "grace");

	@TempDir
	private Path folder;

	private final FakeClock clock = new FakeClock();

	private final List<Object> events = new ArrayList<>();

	private boolean broken;

	private Database database;

	private TestBus bus;

	private Sanctions sanctions;

	@BeforeEach
	void open() {
		this.database = new Database(this.folder);
		this.database.addTopic("tea");
		this.database.addTopic("coffee");
		this.database.template()
			.update("insert into account (id, name, name_key, role, created_at) values (1, 'linus', 'linus', 'MEMBER', 0)");
		load();
	}

	@AfterEach
	void close() {
		this.database.close();
	}

	@Test
	void tellsOfASanctionAndOfItsEndAgainAfterAListenerFailed() {
		this.broken = true;
		Sanction ban = impose(Measure.BAN, TEA, LINUS, null);
		assertThat(this.sanctions.banned(LINUS, TEA)).isPresent();
		repeat();
		assertThat(this.events).containsExactly(new Imposed(ban));
		this.broken = true;
		this.sanctions.lift(ban::equals, NOTHING);
		repeat();
		assertThat(this.events).containsExactly(new Imposed(ban), new Lifted(ban));
	}

	private void repeat() {
		this.broken = false;
		this.bus.repeat();
	}

	@Test
	void aMuteHoldsToItsEndAndNoLonger() {
		impose(Measure.MUTE, TEA, LINUS, 10L);
		this.clock.advance(Duration.ofMinutes(10).minusMillis(1));
		Refusal muted = this.sanctions.muted(LINUS, TEA).orElseThrow();
		assertThat(muted.code()).isEqualTo("muted");
		assertThat(muted.retryAfter()).contains(1L);
		assertThat(muted.sentence())
			.isEqualTo("You may not post to this topic until 2 January 2026, 03:15 UTC. Reason: spam");
		this.clock.advance(Duration.ofMillis(1));
		assertThat(this.sanctions.muted(LINUS, TEA)).isEmpty();
		assertThat(this.sanctions.all()).isEmpty();
	}

	@Test
	void aMuteOfTheServerHoldsEverywhereAndOneOfATopicThere() {
		impose(Measure.MUTE, TEA, TROLL, 10L);
		assertThat(this.sanctions.muted(TROLL, COFFEE)).isEmpty();
		assertThat(this.sanctions.muted(TROLL)).isEmpty();
		impose(Measure.MUTE, null, TROLL, 5L);
		assertThat(this.sanctions.muted(TROLL, COFFEE)).isPresent();
		assertThat(this.sanctions.muted(TROLL)).isPresent();
		assertThat(this.sanctions.muted(GRACE, TEA)).isEmpty();
		assertThat(this.sanctions.banned(TROLL, TEA)).isEmpty();
	}

	@Test
	void aBanWithoutAnEndHasNoTimeToTryAgain() {
		impose(Measure.BAN, null, LINUS, null);
		this.clock.advance(Duration.ofDays(10_000));
		assertThatExceptionOfType(Banned.class).isThrownBy(() -> this.sanctions.check(LINUS))
			.satisfies((refusal) -> assertThat(refusal.retryAfter()).isEmpty())
			.withMessage("You are banned from this server. Reason: spam");
		assertThatCode(() -> this.sanctions.check(GRACE)).doesNotThrowAnyException();
	}

	@Test
	void anAccountIsMeantByItsNumberAndAGuestByTheName() {
		impose(Measure.BAN, TEA, LINUS, 10L);
		impose(Measure.BAN, TEA, TROLL, 10L);
		assertThat(this.sanctions.banned(new User(new Username("other"), "@1", Role.MEMBER, 1L), TEA)).isPresent();
		assertThat(this.sanctions.banned(User.guest(new Username("linus"), "linus"), TEA)).isEmpty();
		assertThat(this.sanctions.banned(User.guest(new Username("TROLL"), "x"), TEA)).isPresent();
		assertThat(this.sanctions.banned(User.guest(new Username("troll-2"), "troll"), TEA)).isPresent();
		assertThat(this.sanctions.banned(new User(new Username("troll"), "@2", Role.MEMBER, 2L), TEA)).isEmpty();
	}

	@Test
	void anAddressKeepsGuestsOutWhateverTheirNameAndNobodyElse() {
		impose(Measure.BAN, TROLL, List.of("192.0.2.7", "2001:db8:0:7::1"));
		assertThatExceptionOfType(Banned.class).isThrownBy(() -> this.sanctions.check(GRACE.at(address("192.0.2.7"))));
		assertThatExceptionOfType(Banned.class)
			.isThrownBy(() -> this.sanctions.check(GRACE.at(address("2001:db8:0:7:ffff::9"))));
		assertThatExceptionOfType(Banned.class).isThrownBy(() -> this.sanctions.check(TROLL.at(address("192.0.2.8"))));
		assertThatCode(() -> {
			this.sanctions.check(GRACE.at(address("192.0.2.8")));
			this.sanctions.check(GRACE.at(address("2001:db8:0:8::1")));
			this.sanctions.check(GRACE);
			this.sanctions.check(LINUS.at(address("192.0.2.7")));
		}).doesNotThrowAnyException();
	}

	@Test
	void anAddressCountsForTopicsAndMutesToo() {
		List<ClientAddress> there = List.of(ClientAddress.of(address("192.0.2.7")));
		impose(Measure.BAN, TEA, TROLL, 10L, there);
		impose(Measure.MUTE, COFFEE, TROLL, 10L, there);
		User renamed = GRACE.at(address("192.0.2.7"));
		assertThat(this.sanctions.banned(renamed, TEA)).isPresent();
		assertThat(this.sanctions.muted(renamed, COFFEE)).isPresent();
		assertThat(this.sanctions.banned(renamed, COFFEE)).isEmpty();
		assertThat(this.sanctions.muted(GRACE.at(address("192.0.2.8")), COFFEE)).isEmpty();
		assertThat(this.sanctions.banned(LINUS.at(address("192.0.2.7")), TEA)).isEmpty();
	}

	@Test
	void adminsAreLetOffWhateverWasImposedBefore() {
		impose(Measure.BAN, null, LINUS, null);
		impose(Measure.MUTE, null, LINUS, 10L);
		impose(Measure.BAN, TEA, LINUS, null);
		User promoted = new User(new Username("linus"), "@1", Role.ADMIN, 1L);
		assertThatCode(() -> this.sanctions.check(promoted)).doesNotThrowAnyException();
		assertThat(this.sanctions.muted(promoted, TEA)).isEmpty();
		assertThat(this.sanctions.banned(promoted, TEA)).isEmpty();
	}

	@Test
	void theNewerTakesThePlaceOfTheOlder() {
		Sanction first = impose(Measure.BAN, TEA, TROLL, 100L);
		Sanction second = impose(Measure.BAN, TEA, TROLL, 1L);
		assertThat(second.id()).isGreaterThan(first.id());
		assertThat(this.sanctions.all()).containsExactly(second);
		this.clock.advance(Duration.ofMinutes(2));
		assertThat(this.sanctions.banned(TROLL, TEA)).isEmpty();
		load();
		assertThat(this.sanctions.banned(TROLL, TEA)).isEmpty();
	}

	@Test
	void isWhatItWasIfSomethingCannotBeStoredWithIt() {
		Sanction ban = impose(Measure.BAN, TEA, TROLL, null);
		assertThatIllegalStateException()
			.isThrownBy(() -> this.sanctions.lift((sanction) -> true, SanctionsTests::fail));
		assertThatIllegalStateException().isThrownBy(() -> this.sanctions.add(ban, SanctionsTests::fail));
		assertThat(this.sanctions.all()).containsExactly(ban);
		load();
		assertThat(this.sanctions.all()).containsExactly(ban);
	}

	@Test
	void whatIsLiftedIsOverAndItsNumberIsNotUsedAgain() {
		Sanction ban = impose(Measure.BAN, TEA, TROLL, null);
		assertThat(this.sanctions.lift((sanction) -> sanction.id() == ban.id(), NOTHING)).containsExactly(ban);
		assertThat(this.sanctions.lift((sanction) -> sanction.id() == ban.id(), NOTHING)).isEmpty();
		assertThat(this.sanctions.banned(TROLL, TEA)).isEmpty();
		assertThat(impose(Measure.BAN, TEA, TROLL, null).id()).isGreaterThan(ban.id());
	}

	@Test
	void allIsThereAfterARestartButWhatIsOver() {
		Sanction ban = impose(Measure.BAN, TROLL, List.of("192.0.2.7", "2001:db8:0:7::1"));
		Sanction mute = impose(Measure.MUTE, TEA, LINUS, 10L);
		impose(Measure.MUTE, COFFEE, LINUS, 1L);
		this.clock.advance(Duration.ofMinutes(1));
		load();
		assertThat(this.sanctions.all()).containsExactly(ban, mute);
		assertThatExceptionOfType(Banned.class).isThrownBy(() -> this.sanctions.check(GRACE.at(address("192.0.2.7"))));
	}

	@Test
	void saysOnceWhatHasRunOut() {
		Sanction ban = impose(Measure.BAN, TEA, TROLL, 1L);
		impose(Measure.BAN, TEA, LINUS, 2L);
		assertThat(this.sanctions.expire()).isEmpty();
		this.clock.advance(Duration.ofMinutes(1));
		assertThat(this.sanctions.expire()).containsExactly(ban);
		assertThat(this.sanctions.expire()).isEmpty();
		assertThat(this.sanctions.banned(LINUS, TEA)).isPresent();
	}

	@Test
	void tellsOfWhatIsImposedAndOfWhatEnds() {
		Sanction first = impose(Measure.BAN, TEA, TROLL, null);
		Sanction second = impose(Measure.BAN, TEA, TROLL, 1L);
		this.sanctions.lift((sanction) -> true, NOTHING);
		assertThat(this.events).containsExactly(new Imposed(first), new Imposed(second), new Lifted(second));
	}

	private void load() {
		this.bus = new TestBus();
		this.sanctions = new Sanctions(new SanctionStore(this.database.client(), this.database.ids()),
				this.database.transactions(), this.clock, this::hear, this.bus);
	}

	private void hear(Object event) {
		if (this.broken) {
			throw new IllegalStateException("A listener fails on purpose");
		}
		this.events.add(event);
	}

	private Sanction impose(Measure measure, TopicName topic, User user, Long minutes) {
		return impose(measure, topic, user, minutes, List.of());
	}

	private Sanction impose(Measure measure, User user, List<String> addresses) {
		return impose(measure, null, user, null,
				addresses.stream().map((address) -> ClientAddress.of(address(address))).toList());
	}

	private Sanction impose(Measure measure, TopicName topic, User user, Long minutes, List<ClientAddress> addresses) {
		SanctionTerms terms = new SanctionTerms(user.username(), minutes, "spam");
		return this.sanctions.add(new Sanction(0, measure, topic, new Subject(user.username(), user.account()),
				addresses, "olga", terms.reason(), this.clock.instant(), terms.until(this.clock.instant())), NOTHING);
	}

	private static void fail(Sanction sanction) {
		throw new IllegalStateException("Power failure");
	}

	private static InetAddress address(String text) {
		try {
			return InetAddress.getByName(text);
		}
		catch (UnknownHostException ex) {
			throw new AssertionError(ex);
		}
	}

}
