package chat.hubbub.file;

import java.util.HashMap;
import java.util.Map;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** The settings of files as a server reads them. */
final class FileSettings {

	private FileSettings() {
	}

	/** Settings without their prefix, each {@code name=value}; else the defaults. */
	static FileProperties of(String... settings) {
		Map<String, String> map = new HashMap<>();
		for (String setting : settings) {
			String[] parts = setting.split("=", 2);
			map.put("hubbub.files." + parts[0], parts[1]);
		}
		return new Binder(new MapConfigurationPropertySource(map)).bindOrCreate("hubbub.files", FileProperties.class);
	}

}
