package chat.hubbub;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.VMOption;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SpareHeapTests {

	/**
	 * In a JVM with G1, because the serial collector never shrinks the heap below its
	 * initial size.
	 */
	@Test
	void givesTheHeapThatIsFreeBackToTheSystem() throws Exception {
		Process process = new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"), "-XX:+UseG1GC",
				"-Xmx512m", "-cp", classes(), Hoarder.class.getName())
			.redirectErrorStream(true)
			.start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
		assertThat(output).isEqualTo("given back");
	}

	@Test
	void leavesTheSettingsAsTheyWere() {
		List<String> before = settings();
		SpareHeap.release();
		assertThat(settings()).isEqualTo(before);
	}

	private static String classes() {
		return Stream.of(Hoarder.class, SpareHeap.class)
			.map((type) -> Path.of(URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString())))
			.map(Path::toString)
			.collect(Collectors.joining(File.pathSeparator));
	}

	private static List<String> settings() {
		HotSpotDiagnosticMXBean jvm = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
		return Stream.of("MinHeapFreeRatio", "MaxHeapFreeRatio").map(jvm::getVMOption).map(VMOption::getValue).toList();
	}

	/** A process that releases 128 MiB of its heap. */
	static final class Hoarder {

		private Hoarder() {
		}

		public static void main(String[] arguments) {
			long held = committedWithAnother(128 << 20);
			SpareHeap.release();
			long left = committed();
			System.out.print((left < held - (64 << 20)) ? "given back" : left + " bytes of " + held + " are left");
		}

		private static long committedWithAnother(int bytes) {
			byte[] content = new byte[bytes];
			long committed = committed();
			Reference.reachabilityFence(content);
			return committed;
		}

		private static long committed() {
			return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getCommitted();
		}

	}

}
