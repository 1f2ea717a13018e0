package chat.hubbub.web;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

import chat.hubbub.setting.ServerSettings;
import chat.hubbub.setting.Settings;

/** The settings of the server that the pages show, such as its name. */
@ControllerAdvice(basePackageClasses = PageSettings.class)
class PageSettings {

	private final Settings settings;

	private final PageFiles files;

	PageSettings(Settings settings, PageFiles files) {
		this.settings = settings;
		this.files = files;
	}

	@ModelAttribute("server")
	ServerSettings server() {
		return this.settings.now();
	}

	@ModelAttribute("icon")
	PageIcon icon() {
		return PageIcon.of(this.settings.now(), this.files);
	}

}
