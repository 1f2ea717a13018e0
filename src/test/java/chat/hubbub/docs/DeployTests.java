package chat.hubbub.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import chat.hubbub.fixture.SelfSigned;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The files with which Hubbub is deployed fit each other and Hubbub. Images are not built
 * here, because that needs Docker.
 */
class DeployTests {

	private static final Pattern COPIED = Pattern.compile("(?m)^COPY (?!--from)(.*) \\./?$");

	private static final Pattern MOUNTED = Pattern.compile("\\./(deploy/[a-z.]+):");

	@TempDir
	private Path folder;

	@Test
	void theImageIsMadeOfFilesThatAreThere() throws IOException {
		List<String> copied = COPIED.matcher(Files.readString(Path.of("Dockerfile")))
			.results()
			.flatMap((line) -> Stream.of(line.group(1).split(" ")))
			.filter((file) -> !file.equals("."))
			.toList();
		assertThat(copied).contains("deploy/train.sh", "deploy/jvm.options", "deploy/healthy.sh")
			.allSatisfy((file) -> assertThat(Path.of(file)).exists());
		assertThat(List.of("deploy/train.sh", "deploy/healthy.sh"))
			.allSatisfy((file) -> assertThat(Path.of(file)).isExecutable());
	}

	@Test
	void theComposedFilesAreThereAndItsProxyIsTrusted() throws IOException {
		String text = Files.readString(Path.of("compose.yaml"));
		List<String> mounted = MOUNTED.matcher(text).results().map((MatchResult place) -> place.group(1)).toList();
		assertThat(mounted).contains("deploy/haproxy.cfg");
		Map<String, Map<String, Map<String, Object>>> composed = new Yaml().load(text);
		Map<String, Map<String, Object>> services = composed.get("services");
		assertThat(services).containsOnlyKeys("node1", "node2", "postgres", "rabbitmq", "proxy");
		assertThat(services.get("node1").get("environment")).isEqualTo(services.get("node2").get("environment"));
		assertThat(services.get("node1").get("environment").toString()).contains("HUBBUB_TRUSTED_PROXIES=172.30.0.10");
		assertThat(services.get("node1").get("volumes")).isEqualTo(services.get("node2").get("volumes"))
			.isEqualTo(List.of("files:/var/lib/hubbub-files"));
		assertThat(services.get("node1").get("environment").toString())
			.contains("HUBBUB_FILES_FOLDER=/var/lib/hubbub-files");
		assertThat(services.get("proxy").toString()).contains("ipv4_address=172.30.0.10");
	}

	@Test
	void haproxyReadsTheConfiguration() throws Exception {
		Needs.success("apt-get install haproxy", this.folder, shell("command -v haproxy"));
		new SelfSigned("localhost").pem(this.folder.resolve("hubbub.pem"));
		Path configuration = Files.writeString(this.folder.resolve("haproxy.cfg"),
				Files.readString(Path.of("deploy/haproxy.cfg")).replace("/etc/tls", this.folder.toString()));
		assertThat(Needs.isMet(this.folder, shell("haproxy -c -f " + configuration))).isTrue();
	}

	@Test
	void systemdReadsTheUnit() throws Exception {
		Needs.success("apt-get install systemd", this.folder, shell("command -v systemd-analyze"));
		Path unit = Files.copy(Path.of("deploy/hubbub.service"), this.folder.resolve("hubbub.service"));
		assertThat(Needs.isMet(this.folder, shell("test -z \"$(systemd-analyze verify " + unit + " 2>&1)\""))).isTrue();
		Files.writeString(unit, Files.readString(unit).replace("Restart=on-failure", "Restart=perhaps"));
		assertThat(Needs.isMet(this.folder, shell("test -z \"$(systemd-analyze verify " + unit + " 2>&1)\"")))
			.as("A fault is found")
			.isFalse();
	}

	private static String[] shell(String command) {
		// Debian has servers where only root looks for commands.
		return new String[] { "sh", "-c", "PATH=$PATH:/usr/sbin; " + command };
	}

}
