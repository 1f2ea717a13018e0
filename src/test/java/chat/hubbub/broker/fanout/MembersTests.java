package chat.hubbub.broker.fanout;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MembersTests {

	@Test
	void addsUpWhatWaitsAtEachTick() {
		Members members = new Members(0);
		Reader ada = new Reader(500);
		members.add(ada);
		members.add(new Reader(70));
		assertThat(members.tickIfDue(Shard.TICK_NANOS - 1)).isFalse();
		assertThat(members.waitingBytes()).isZero();
		assertThat(members.tickIfDue(Shard.TICK_NANOS)).isTrue();
		assertThat(members.waitingBytes()).isEqualTo(570);
		members.remove(ada);
		members.tickIfDue(2 * Shard.TICK_NANOS);
		assertThat(members.waitingBytes()).isEqualTo(70);
	}

	private record Reader(int waitingBytes) implements Ticking {

		@Override
		public void tick(long now) {
			// Nothing is due.
		}

	}

}
