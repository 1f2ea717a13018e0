package chat.hubbub.broker.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** A client that reads at once, or only when it is told to. */
public final class FakeLink implements Link {

	private static final Pattern SEQ = Pattern.compile("\nseq:([0-9]+)\n");

	private final List<String> writes = new CopyOnWriteArrayList<>();

	private final List<Boolean> binaries = new CopyOnWriteArrayList<>();

	private final List<String> closes = new CopyOnWriteArrayList<>();

	private volatile int aborts;

	private volatile int pings;

	private volatile boolean stalled;

	private volatile @Nullable Sent pending;

	private volatile @Nullable Error fault;

	@Override
	public String transport() {
		return "tcp";
	}

	@Override
	public Framing framing() {
		return Framing.MESSAGES;
	}

	/** The next write fails by this. */
	public void breakNextWrite(Error fault) {
		this.fault = fault;
	}

	/** From now on a write does not end by itself. */
	public FakeLink stall() {
		this.stalled = true;
		return this;
	}

	/** Ends the write that is under way. */
	public void endWrite(boolean succeeded) {
		Sent done = this.pending;
		this.pending = null;
		if (done == null) {
			throw new AssertionError("Nothing is being written");
		}
		done.sent(succeeded);
	}

	public void read() {
		this.stalled = false;
		endWrite(true);
	}

	@Override
	public void write(ByteBuffer bytes, boolean binary, Sent done) {
		Error fault = this.fault;
		if (fault != null) {
			this.fault = null;
			throw fault;
		}
		if (this.pending != null) {
			throw new AssertionError("There is a write already");
		}
		this.writes.add(StandardCharsets.UTF_8.decode(bytes).toString());
		this.binaries.add(binary);
		if (this.stalled) {
			this.pending = done;
		}
		else {
			done.sent(true);
		}
	}

	@Override
	public boolean ping(Sent done) {
		this.pings++;
		done.sent(true);
		return true;
	}

	@Override
	public void close(int code, String reason) {
		this.closes.add(code + " " + reason);
	}

	@Override
	public void abort() {
		this.aborts++;
	}

	/** Each write as it came. */
	public List<String> writes() {
		return this.writes;
	}

	public List<Boolean> binaries() {
		return this.binaries;
	}

	public List<String> closes() {
		return this.closes;
	}

	public int pings() {
		return this.pings;
	}

	public int aborts() {
		return this.aborts;
	}

	public String text() {
		return String.join("", this.writes);
	}

	/** The numbers of the events that were written. */
	public List<Long> seqs() {
		List<Long> seqs = new ArrayList<>();
		SEQ.matcher(text()).results().map((MatchResult result) -> Long.valueOf(result.group(1))).forEach(seqs::add);
		return seqs;
	}

}
