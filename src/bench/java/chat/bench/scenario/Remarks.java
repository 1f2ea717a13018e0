package chat.bench.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import chat.bench.load.Crowd;
import chat.bench.load.Sender;

/** The faults on the way. */
final class Remarks {

	private Remarks() {
	}

	static String of(Crowd crowd, List<Sender> senders, String... further) {
		List<String> remarks = new ArrayList<>(Arrays.asList(further));
		remarks.removeIf(String::isEmpty);
		if (crowd.ended() > 0) {
			remarks.add("%,d connections ended: %s".formatted(crowd.ended(), crowd.anEnd()));
		}
		int heldBack = senders.stream().mapToInt(Sender::heldBack).sum();
		if (heldBack > 0) {
			remarks.add("%,d texts held back by a full socket".formatted(heldBack));
		}
		return String.join("; ", remarks);
	}

}
