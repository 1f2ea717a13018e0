package chat.hubbub;

import java.lang.management.ManagementFactory;

import com.sun.management.HotSpotDiagnosticMXBean;

/**
 * The heap that only a start needs. The JVM would keep it, since it leaves up to 70 % of
 * the heap free and collects nothing while the server rests.
 */
final class SpareHeap {

	private static final String LEAST = "MinHeapFreeRatio";

	private static final String MOST = "MaxHeapFreeRatio";

	private SpareHeap() {
	}

	/**
	 * Collects once, gives back what makes more than a fifth of the heap free to the
	 * system, and leaves the JVM's settings as they were.
	 */
	static void release() {
		HotSpotDiagnosticMXBean jvm = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
		String least = jvm.getVMOption(LEAST).getValue();
		String most = jvm.getVMOption(MOST).getValue();
		// The JVM refuses a least that is above the most at any time.
		jvm.setVMOption(LEAST, "0");
		jvm.setVMOption(MOST, "20");
		System.gc();
		jvm.setVMOption(MOST, most);
		jvm.setVMOption(LEAST, least);
	}

}
