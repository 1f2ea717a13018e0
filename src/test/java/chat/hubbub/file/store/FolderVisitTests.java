package chat.hubbub.file.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class FolderVisitTests {

	private static final Instant NOW = Instant.parse("2026-01-31T09:00:00Z");

	@TempDir
	Path temporary;

	private Path folder;

	private FolderBlobs blobs;

	@BeforeEach
	void open() {
		this.folder = this.temporary.resolve("files");
		this.blobs = new FolderBlobs(this.folder);
	}

	/** Somebody may name a folder in which there is more. */
	@Test
	void leavesForeignFilesAlone() throws IOException {
		put("abcd", "tea");
		for (String name : List.of("notes.txt", "ab/x", "ab/letters.txt", "letters/leaf.txt", "letters/letters.txt")) {
			Path file = this.folder.resolve(name);
			Files.createDirectories(file.getParent());
			Files.writeString(file, "tea");
			age(file, -1);
		}
		age(this.folder.resolve("ab/abcd"), -1);
		assertThat(old()).containsExactly("abcd");
	}

	private void put(String name, String text) throws IOException {
		Path file = Files.writeString(this.temporary.resolve(name), text);
		this.blobs.put(name, file);
		assertThat(file).doesNotExist();
	}

	private List<String> old() throws IOException {
		List<String> names = new ArrayList<>();
		this.blobs.visit(NOW, names::addAll);
		return names;
	}

	private static void age(Path file, int seconds) throws IOException {
		Files.setLastModifiedTime(file, FileTime.from(NOW.plusSeconds(seconds)));
	}

}
