package chat.hubbub.store.move;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TableSumTests {

	private static final List<Column> COLUMNS = List.of(new Column("name", Kind.TEXT), new Column("note", Kind.TEXT));

	@Test
	void doesNotDependOnTheOrderOfRows() {
		assertThat(sum(row("a", "b"), row("c", null)).hash()).isEqualTo(sum(row("c", null), row("a", "b")).hash())
			.hasSize(64);
	}

	@Test
	void dependsOnEachValueAndEachRow() {
		TableSum sum = sum(row("a", "b"));
		assertThat(sum.isEqualTo(sum(row("a", "b")))).isTrue();
		assertThat(sum.isEqualTo(sum(row("ab", "")))).isFalse();
		assertThat(sum.isEqualTo(sum(row("a", null)))).isFalse();
		assertThat(sum.isEqualTo(sum(row("a", "b"), row("a", "b")))).isFalse();
		assertThat(sum(row("a", null)).hash()).isNotEqualTo(sum(row("a", "")).hash());
	}

	@Test
	void readsWhatEachDatabaseReturnsForTheSameValue() {
		assertThat(Kind.BOOLEAN.read(1)).isEqualTo(Kind.BOOLEAN.read(true)).isEqualTo(true);
		assertThat(Kind.INTEGER.read(7)).isEqualTo(Kind.INTEGER.read(7L)).isEqualTo(7L);
		assertThat(Kind.BOOLEAN.read(2)).isNull();
		assertThat(Kind.INTEGER.read("7")).isNull();
		assertThat(Kind.INTEGER.read(7.5)).isNull();
		assertThat(Kind.TEXT.read(new byte[0])).isNull();
		assertThat(Kind.BYTES.read("")).isNull();
	}

	private static Object[] row(Object... values) {
		return values;
	}

	private static TableSum sum(Object[]... rows) {
		TableSum sum = new TableSum(COLUMNS);
		for (Object[] row : rows) {
			sum.add(row);
		}
		return sum;
	}

}
