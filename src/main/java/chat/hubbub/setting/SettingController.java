package chat.hubbub.setting;

import java.security.Principal;
import java.util.List;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The settings of the server over HTTP, for admins. */
@RestController
@RequestMapping("/api/admin/settings")
class SettingController {

	private final Settings settings;

	SettingController(Settings settings) {
		this.settings = settings;
	}

	@GetMapping
	Shown settings() {
		return Shown.of(this.settings);
	}

	@PatchMapping
	Shown change(@RequestBody SettingChange wanted, Principal admin) {
		this.settings.change(wanted, admin.getName());
		return Shown.of(this.settings);
	}

	/**
	 * The settings for admins.
	 *
	 * @param name the name of the server
	 * @param guests whether people may chat without an account
	 * @param signUp {@code open}, {@code invite} or {@code closed}
	 * @param fixed the names of those that stand in the configuration
	 */
	record Shown(String name, boolean guests, SignUp signUp, List<String> fixed) {

		static Shown of(Settings settings) {
			ServerSettings now = settings.now();
			return new Shown(now.name(), now.guests(), now.signUp(), settings.fixed());
		}

	}

}
