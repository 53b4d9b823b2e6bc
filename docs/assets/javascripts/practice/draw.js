// Draws the questions of an exam by the weights of its domains, and scores them.
(function () {
  "use strict";
  const practice = window.mlaPractice;

  // Shares `total` among weights; the largest remainders get what is left over.
  function apportion(weights, total) {
    const sum = weights.reduce((all, weight) => all + weight, 0);
    const exact = weights.map((weight) => (total * weight) / sum);
    const counts = exact.map(Math.floor);
    const order = exact.map((value, place) => [value - counts[place], place]).sort((one, other) => other[0] - one[0] || one[1] - other[1]);
    let left = total - counts.reduce((all, count) => all + count, 0);
    for (const [, place] of order) {
      if (left <= 0) break;
      counts[place] += 1;
      left -= 1;
    }
    return counts;
  }

  const taskOf = (question) => question.id.split("-")[1];
  const domainOf = (question) => Number(taskOf(question).split(".")[0]);

  // A domain with too few questions gives what it has; the others make up for it.
  function draw(questions, exam, total, shuffle) {
    const fitting = shuffle(questions.filter((question) => question.exams.includes(exam.id)));
    const counts = apportion(exam.domains.map((domain) => domain.weight), total);
    const drawn = exam.domains.flatMap((domain, place) =>
      fitting.filter((question) => domainOf(question) === domain.number).slice(0, counts[place]),
    );
    const rest = fitting.filter((question) => !drawn.includes(question));
    return shuffle([...drawn, ...rest.slice(0, Math.max(0, total - drawn.length))]);
  }

  // Counts by domain and task, as [right, of]; an open question is a wrong one.
  function score(questions, answers) {
    const result = { right: 0, total: questions.length, open: 0, domains: {}, tasks: {}, wrong: [] };
    for (const question of questions) {
      const chosen = answers[question.id] || [];
      const isRight = practice.question.same(chosen, practice.question.expected(question));
      if (!chosen.some(Boolean)) result.open += 1;
      for (const [counts, name] of [[result.domains, domainOf(question)], [result.tasks, taskOf(question)]]) {
        counts[name] ||= [0, 0];
        counts[name][0] += Number(isRight);
        counts[name][1] += 1;
      }
      if (isRight) result.right += 1;
      else result.wrong.push(question);
    }
    return result;
  }

  // The sections behind the wrong answers, those behind most of them first.
  function again(wrong) {
    const counts = new Map();
    for (const question of wrong) for (const ref of question.refs) counts.set(ref, (counts.get(ref) || 0) + 1);
    return [...counts].sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1));
  }

  practice.draw = { apportion, draw, score, again };
})();
