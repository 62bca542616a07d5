"""Write the cloze network as ONNX with weights of eight bits, as onnxruntime runs it."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnx
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

from gangyao.cleaning.misreadings.cloze_network import PAIR_REACH, REACH

Weights = Mapping[str, npt.NDArray[np.float32]]
# Names of the parameters in the graph and in the trained network.
_NAMES = {
    "characters": "emb.weight", "pair_vectors": "big.weight", "b1": "first.bias", "g1": "n1.weight",
    "c1": "n1.bias", "b2": "second.bias", "g2": "n2.weight", "c2": "n2.bias", "b3": "last.bias",
    "b4": "out.bias",
}  # fmt: skip
# Matrices, which ONNX multiplies from the right.
_MATRICES = {"w1": "first.weight", "w2": "second.weight", "w3": "last.weight", "w4": "out.weight"}


def export(weights: Weights, path: Path) -> None:
    """Write the network of `training.cloze_network` to `path`, quantised per column."""
    with tempfile.TemporaryDirectory() as folder:
        exact = Path(folder, "exact.onnx")
        onnx.save(_model(weights), exact)
        quantize_dynamic(
            exact,
            path,
            per_channel=True,
            op_types_to_quantize=["MatMul", "Gather"],
            weight_type=QuantType.QInt8,
        )


def _model(weights: Weights) -> onnx.ModelProto:
    arrays = {name: weights[own] for name, own in _NAMES.items()}
    arrays |= {name: weights[own].T for name, own in _MATRICES.items()}
    initial = [
        numpy_helper.from_array(np.ascontiguousarray(array, dtype=np.float32), name)
        for name, array in arrays.items()
    ]
    initial.append(numpy_helper.from_array(np.array([0, -1], np.int64), "flat"))
    norm = {"axis": -1, "epsilon": 1e-5}
    nodes = [
        helper.make_node("Gather", ["characters", "window"], ["e"]),
        helper.make_node("Reshape", ["e", "flat"], ["flat_characters"]),
        helper.make_node("Gather", ["pair_vectors", "pairs"], ["p"]),
        helper.make_node("Reshape", ["p", "flat"], ["flat_pairs"]),
        helper.make_node("Concat", ["flat_characters", "flat_pairs"], ["x"], axis=1),
        helper.make_node("MatMul", ["x", "w1"], ["m1"]),
        helper.make_node("Add", ["m1", "b1"], ["a1"]),
        helper.make_node("LayerNormalization", ["a1", "g1", "c1"], ["l1"], **norm),
        helper.make_node("Relu", ["l1"], ["r1"]),
        helper.make_node("MatMul", ["r1", "w2"], ["m2"]),
        helper.make_node("Add", ["m2", "b2"], ["a2"]),
        helper.make_node("LayerNormalization", ["a2", "g2", "c2"], ["l2"], **norm),
        helper.make_node("Relu", ["l2"], ["r2"]),
        helper.make_node("Add", ["r1", "r2"], ["s"]),
        helper.make_node("MatMul", ["s", "w3"], ["m3"]),
        helper.make_node("Add", ["m3", "b3"], ["o"]),
        helper.make_node("MatMul", ["o", "w4"], ["m4"]),
        helper.make_node("Add", ["m4", "b4"], ["z"]),
        helper.make_node("LogSoftmax", ["z"], ["log_probabilities"], axis=-1),
    ]
    inputs = [
        helper.make_tensor_value_info("window", TensorProto.INT64, ["n", 2 * REACH]),
        helper.make_tensor_value_info("pairs", TensorProto.INT64, ["n", 2 * PAIR_REACH - 1]),
    ]
    outputs = [
        helper.make_tensor_value_info("log_probabilities", TensorProto.FLOAT, ["n", len(weights["out.bias"])])
    ]
    graph = helper.make_graph(nodes, "cloze", inputs, outputs, initial)
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
