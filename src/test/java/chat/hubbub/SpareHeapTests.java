package chat.hubbub;

import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.util.List;
import java.util.stream.Stream;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.VMOption;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

class SpareHeapTests {

	@Test
	void givesTheHeapThatIsFreeBackToTheSystem() {
		assumeThat(ManagementFactory.getGarbageCollectorMXBeans()).as("G1, since Serial shrinks in several steps")
			.anyMatch((collector) -> collector.getName().startsWith("G1"));
		long held = committedWithAnother(128 << 20);
		SpareHeap.release();
		assertThat(committed()).isLessThan(held - (64 << 20));
	}

	@Test
	void leavesTheSettingsAsTheyWere() {
		List<String> before = settings();
		SpareHeap.release();
		assertThat(settings()).isEqualTo(before);
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

	private static List<String> settings() {
		HotSpotDiagnosticMXBean jvm = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
		return Stream.of("MinHeapFreeRatio", "MaxHeapFreeRatio").map(jvm::getVMOption).map(VMOption::getValue).toList();
	}

}
