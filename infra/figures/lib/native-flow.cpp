// The same problem as a minimum-cost flow for LEMON's network simplex, as something real to be measured beside.
// Reads from a file, as 32-bit integers: rows, columns, groups, edges; row starts; edge columns; edge values;
// edges a row may use; capacities; groups of columns (-1: none); group capacities. Prints the objective and the milliseconds of the solve.
#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <vector>

using namespace lemon;

static std::vector<int32_t> read(FILE* file, size_t count) {
  std::vector<int32_t> list(count);
  if (count > 0 && fread(list.data(), sizeof(int32_t), count, file) != count) throw "the file ends too early";
  return list;
}

int main(int argc, char** argv) {
  FILE* file = argc > 1 ? fopen(argv[1], "rb") : nullptr;
  if (!file) return 2;
  const auto head = read(file, 4);
  const int rows = head[0], columns = head[1], groups = head[2], edges = head[3];
  const auto start = read(file, rows + 1), column = read(file, edges), value = read(file, edges);
  const auto supply = read(file, rows);
  const auto capacity = read(file, columns), group = read(file, columns), groupCapacity = read(file, groups);
  fclose(file);

  SmartDigraph graph;
  graph.reserveNode(rows + columns + groups + 2);
  graph.reserveArc(edges + 2 * rows + 2 * columns + groups);
  std::vector<SmartDigraph::Node> row(rows), col(columns), team(groups);
  for (auto& node : row) node = graph.addNode();
  for (auto& node : col) node = graph.addNode();
  for (auto& node : team) node = graph.addNode();
  const auto source = graph.addNode(), sink = graph.addNode();
  std::vector<SmartDigraph::Arc> edge, ofRow, ofColumn, ofGroup;
  for (int i = 0; i < rows; i++) {
    ofRow.push_back(graph.addArc(source, row[i]));
    ofRow.push_back(graph.addArc(row[i], sink));
  }
  for (int i = 0; i < rows; i++)
    for (int e = start[i]; e < start[i + 1]; e++) edge.push_back(graph.addArc(row[i], col[column[e]]));
  for (int j = 0; j < columns; j++) ofColumn.push_back(graph.addArc(col[j], group[j] < 0 ? sink : team[group[j]]));
  for (int g = 0; g < groups; g++) ofGroup.push_back(graph.addArc(team[g], sink));
  SmartDigraph::ArcMap<int> upper(graph, 1);
  SmartDigraph::ArcMap<int64_t> cost(graph, 0);
  for (int e = 0; e < edges; e++) cost[edge[e]] = -static_cast<int64_t>(value[e]);
  int supplied = 0;
  for (int i = 0; i < rows; i++) {
    upper[ofRow[2 * i]] = upper[ofRow[2 * i + 1]] = supply[i];
    supplied += supply[i];
  }
  for (int j = 0; j < columns; j++) upper[ofColumn[j]] = capacity[j];
  for (int g = 0; g < groups; g++) upper[ofGroup[g]] = groupCapacity[g];

  const auto begun = std::chrono::steady_clock::now();
  NetworkSimplex<SmartDigraph, int, int64_t> simplex(graph);
  simplex.upperMap(upper).costMap(cost).stSupply(source, sink, supplied);
  const auto outcome = simplex.run();
  const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begun;
  if (outcome != NetworkSimplex<SmartDigraph, int, int64_t>::OPTIMAL) return 3;
  printf("{\"objective\":%lld,\"milliseconds\":%.3f}\n", static_cast<long long>(-simplex.totalCost<int64_t>()), took.count());
  return 0;
}
