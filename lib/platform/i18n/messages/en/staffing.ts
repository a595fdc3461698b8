export const staffing = {
  "staffing.title": "Staffing",
  "staffing.lede":
    "How many agents each half hour needs so that nine in ten get their first reply within {minutes}\u00a0min, from what came in the last {weeks, plural, one {week} other {# weeks}}.",
  "staffing.department": "Department",
  "staffing.needed": "Agents needed",
  "staffing.short": "Agents planned and needed, next week",
  "staffing.shortSub": "3/4: three are planned, four are needed. The darker, the more are missing.",
  "staffing.neededSub": "Nobody is planned for this department yet. The darker, the more are needed.",
  "staffing.said": "Most are needed on {day} at {time}: {count, plural, one {# agent} other {# agents}}.",
  "staffing.saidNone": "Nothing is known yet.",
  "staffing.arrivals": "Requests",
  "staffing.arrivalsSub": "In each half hour, on average; those who were refused count as well.",
  "staffing.asTable": "As a table",
  "staffing.from": "Half hour from",
  "staffing.wait": "Median wait",
  "staffing.refused": "Refused",
  "staffing.planned": "Planned",
  "staffing.few": "Too few requests for a suggestion",
  "staffing.fewText":
    "{count, plural, =0 {No request} one {# request} other {# requests}} in the last weeks; from 20 on there is one.",
  "staffing.basis":
    "Reckoned with {seats, plural, one {# chat} other {# chats}} at once for each agent and {minutes, plural, one {# minute} other {# minutes}} a chat.",
  "staffing.missing":
    "{count, plural, =0 {Next week is staffed as needed at every hour.} one {Half an hour of next week lacks somebody.} other {# half hours of next week lack somebody.}}",
};
