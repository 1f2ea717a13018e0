package chat.hubbub.moderation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import chat.hubbub.topic.TopicName;

/**
 * All sanctions. Immutable.
 *
 * @param all in the order of their numbers
 * @param mutes the mutes on the whole server
 * @param bans the bans from it
 * @param topicMutes the mutes in each topic
 * @param topicBans the bans from each topic
 */
record Rolls(List<Sanction> all, Roll mutes, Roll bans, Map<TopicName, Roll> topicMutes,
		Map<TopicName, Roll> topicBans) {

	static Rolls of(Collection<Sanction> sanctions) {
		List<Sanction> all = List.copyOf(sanctions);
		return new Rolls(all, server(all, Measure.MUTE), server(all, Measure.BAN), topics(all, Measure.MUTE),
				topics(all, Measure.BAN));
	}

	private static Roll server(List<Sanction> all, Measure measure) {
		return Roll
			.of(all.stream().filter((sanction) -> sanction.measure() == measure && sanction.topic() == null).toList());
	}

	private static Map<TopicName, Roll> topics(List<Sanction> all, Measure measure) {
		return all.stream()
			.filter((sanction) -> sanction.measure() == measure && sanction.topic() != null)
			.collect(Collectors.groupingBy(Sanction::topic,
					Collectors.collectingAndThen(Collectors.toList(), Roll::of)));
	}

}
