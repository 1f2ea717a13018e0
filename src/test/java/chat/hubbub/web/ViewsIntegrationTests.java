package chat.hubbub.web;

import java.util.List;

import chat.hubbub.fixture.FakeClock;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ForcedColors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Every view has no barriers and fits into every window. */
class ViewsIntegrationTests {

	private static final FakeClock clock = new FakeClock();

	@RegisterExtension
	static final PageServer server = new PageServer(clock, "--hubbub.limits.enabled=false");

	private static final Cast cast = new Cast(server, clock);

	/** The last two are a window of 1440 pixels at 200 % and one of 1280 at 400 %. */
	private static final List<Window> NARROW = List.of(new Window(480, 800), new Window(760, 600), new Window(320, 640),
			new Window(720, 400), new Window(320, 256));

	private static final List<Window> WIDE = List.of(new Window(768, 900), new Window(1024, 700), new Window(1200, 800),
			new Window(2560, 1300));

	@ParameterizedTest
	@MethodSource("chat.hubbub.web.Look#all")
	void hasNoBarriersAndFits(Look look) {
		cast.enter();
		Stage stage = cast.stage(look);
		SoftAssertions.assertSoftly((softly) -> {
			for (View view : View.of(look)) {
				view.show(stage, () -> verify(softly, stage, view));
			}
		});
	}

	/** A browser that forces the user's colours drops all backgrounds. */
	@Test
	void showsStatesInForcedColours() {
		Person hedy = server.person("hedy", Look.DESK.options().setForcedColors(ForcedColors.ACTIVE)).join();
		hedy.create("Forced").write("one").sees("one");
		hedy.page().locator(".message").hover();
		assertThat(background(hedy, ".message__act", "::before")).isNotEqualTo(background(hedy, ".message__acts", ""));
		assertThat(hedy.page().locator("#people-list .person__picture")).hasCount(1);
		assertThat(background(hedy, ".person__picture", "::after")).isNotEqualTo(background(hedy, "#people", ""));
		assertThat(hedy.page().locator(".topics a[aria-current=page]")).hasCSS("outline-style", "solid");
	}

	private static Object background(Person person, String selector, String part) {
		return person.page()
			.evaluate("""
					([selector, part]) => getComputedStyle(document.querySelector(selector), part).backgroundColor""",
					List.of(selector, part));
	}

	private static void verify(SoftAssertions softly, Stage stage, View view) {
		Page page = stage.page();
		if (stage.look().isDark()) {
			// All else is as in the light.
			softly.assertThat(Axe.complaintsInFront(page, "color-contrast")).as("%s: contrast", view).isEmpty();
			return;
		}
		softly.assertThat(Axe.complaintsInFront(page)).as("%s: barriers", view).isEmpty();
		softly.assertThat(Sight.bold(page)).as("%s: bold", view).isEmpty();
		softly.assertThat(Sight.small(page, stage.look().touch())).as("%s: small", view).isEmpty();
		softly.assertThat(Sight.outside(page, stage.look().width())).as("%s: outside", view).isEmpty();
		for (Window window : stage.look().isNarrow() ? NARROW : WIDE) {
			page.setViewportSize(window.width(), window.height());
			// The page places some parts by itself, with the next frame.
			page.evaluate("() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
			softly.assertThat(Sight.outside(page, window.width())).as("%s at %s: outside", view, window).isEmpty();
		}
		page.setViewportSize(stage.look().width(), stage.look().height());
	}

	private record Window(int width, int height) {
	}

}
