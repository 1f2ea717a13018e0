package chat.hubbub.docs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A program that runs beside the test. The test types to it and reads its output. */
final class Program implements AutoCloseable {

	private static final int PATIENCE_SECONDS = 30;

	private final Process process;

	private final Writer input;

	// Empty is the end of the output.
	private final BlockingQueue<Optional<String>> lines = new LinkedBlockingQueue<>();

	private final List<String> seen = new ArrayList<>();

	private Program(Process process) {
		this.process = process;
		this.input = process.outputWriter();
		Thread reader = new Thread(this::read, "program-output");
		reader.setDaemon(true);
		reader.start();
	}

	static Program start(Path folder, String... command) throws IOException {
		return new Program(new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start());
	}

	/** Types a line. */
	void type(String line) throws IOException {
		this.input.write(line + "\n");
		this.input.flush();
	}

	/** Waits until the program prints a line that holds this text. */
	void awaitOutput(String text) throws InterruptedException {
		long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
		while (true) {
			Optional<String> line = this.lines.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
			if (line == null || line.isEmpty()) {
				throw new AssertionError("Expected a line with " + text + ", but saw only:\n" + transcript());
			}
			this.seen.add(line.get());
			if (line.get().contains(text)) {
				return;
			}
		}
	}

	/** Ends the program and its child processes. */
	int awaitEnd() throws IOException, InterruptedException {
		this.input.close();
		if (!this.process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
			throw new AssertionError("The program did not end. It printed:\n" + transcript());
		}
		return this.process.exitValue();
	}

	/** The output of the program as far as the test awaited it. */
	String transcript() {
		return String.join("\n", this.seen);
	}

	/** Ends the program and its child processes if they still run. */
	@Override
	public void close() {
		this.process.descendants().forEach(ProcessHandle::destroy);
		this.process.destroy();
		this.process.onExit().join();
	}

	private void read() {
		try (BufferedReader output = this.process.inputReader()) {
			output.lines().map(Optional::of).forEach(this.lines::add);
		}
		catch (IOException | UncheckedIOException ex) {
			// The output is closed when the program is: it ends here.
		}
		this.lines.add(Optional.empty());
	}

}
